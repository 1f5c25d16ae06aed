export default {
  "title": "Tableau de bord",
};
