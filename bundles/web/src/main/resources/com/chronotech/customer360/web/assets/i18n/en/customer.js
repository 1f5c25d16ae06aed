export default {
  "title": "Customer",
};
