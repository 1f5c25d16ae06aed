export default {
  "title": "Activity",
};
