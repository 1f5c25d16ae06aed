export default {
  "title": "Clients",
};
