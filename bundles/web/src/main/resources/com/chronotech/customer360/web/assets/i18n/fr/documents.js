export default {
  "title": "Documents",
  "none": "Aucun document",
};
