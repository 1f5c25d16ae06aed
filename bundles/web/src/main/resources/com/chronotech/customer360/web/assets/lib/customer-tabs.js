// The tabs of a customer: their names, icons, and the permission each needs.
/** In the order of Ctrl-1 to Ctrl-9. */
export const TABS = [
  { id: "profile", icon: "person-vcard", permission: "profile.read" },
  { id: "contacts", icon: "people", permission: "profile.read" },
  { id: "addresses", icon: "geo-alt", permission: "profile.read" },
  { id: "vehicles", icon: "car-front", permission: "profile.read" },
  { id: "activity", icon: "activity", permission: "timeline.read" },
  { id: "finances", icon: "receipt", permission: "finances.read" },
  { id: "documents", icon: "file-earmark-text", permission: "profile.read" },
  { id: "analytics", icon: "graph-up", permission: "analytics.read" },
  { id: "consents", icon: "shield-check", permission: "consents.read" },
];
