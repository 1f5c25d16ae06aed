export default {
  "title": "Administration",
};
