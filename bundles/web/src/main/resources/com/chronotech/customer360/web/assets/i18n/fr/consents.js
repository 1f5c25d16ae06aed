export default {
  "title": "Consentements",
};
