export default {
  "title": "Dashboard",
};
