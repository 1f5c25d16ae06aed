// Light or dark: what was chosen in this browser, else what the system wishes.
const KEPT = "customer360.theme";
const dark = matchMedia("(prefers-color-scheme: dark)");

const kept = () => {
  try {
    return localStorage.getItem(KEPT);
  } catch {
    return null;
  }
};

/** The choice: `light`, `dark` or `system`. */
export const theme = () => kept() ?? "system";

/** Puts the theme in force. */
export function applyTheme() {
  const wished = theme() === "system" ? (dark.matches ? "dark" : "light") : theme();
  document.documentElement.dataset.theme = wished;
  document.querySelector('meta[name="theme-color"]')?.setAttribute("content", wished === "dark" ? "#18201c" : "#ffffff");
  window.dispatchEvent(new Event("customer360-theme"));
}

/** Remembers a choice. */
export function chooseTheme(next) {
  try {
    localStorage.setItem(KEPT, next);
  } catch {
    // a browser that keeps nothing follows the system
  }
  applyTheme();
}

dark.addEventListener("change", applyTheme);
