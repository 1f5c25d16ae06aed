export default {
  "title": "Consents",
};
