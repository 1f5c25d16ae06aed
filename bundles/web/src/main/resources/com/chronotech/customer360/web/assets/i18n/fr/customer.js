export default {
  "title": "Client",
};
