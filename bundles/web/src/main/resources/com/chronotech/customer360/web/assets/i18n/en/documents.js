export default {
  "title": "Documents",
  "none": "No documents",
};
