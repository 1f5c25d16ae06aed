export default {
  "title": "Customers",
};
