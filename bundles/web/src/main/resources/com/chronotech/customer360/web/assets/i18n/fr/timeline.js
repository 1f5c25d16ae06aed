export default {
  "title": "Activité",
};
