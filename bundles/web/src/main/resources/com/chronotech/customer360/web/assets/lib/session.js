// Who is signed in, and what they may do. The server decides; this only spares people buttons that would be refused.
import { language } from "./i18n.js";

const ADDRESS = "/api/customer360/session";
/** The permissions that the pages know. */
export const PERMISSIONS = [
  "adoption.read", "analytics.fleet", "analytics.read", "analytics.run", "api.read", "backfill.run", "communications.manage",
  "communications.read", "communications.send", "consents.import", "consents.read", "consents.write", "finances.read", "health.read",
  "ledger.verify", "metrics.read", "notices.manage", "profile.read", "profile.search", "profile.write", "roles.read", "segments.manage",
  "timeline.export", "timeline.read", "timeline.write",
];

let current = null;
let asking = null;
let askToSignIn = () => Promise.reject(new Error("no sign-in dialog stands"));

/** The session as the server told it last: `{name, roles, language, may}`; null when nobody is signed in. */
export const session = () => current;

/** Whether the caller has a permission. */
export const may = (permission) => current?.may[permission] === true;

/** What each part of the administration asks for; one of them is enough to come in. */
const ADMINISTRATION = ["health.read", "adoption.read", "backfill.run", "notices.manage", "segments.manage", "roles.read", "ledger.verify"];

/** Whether the caller has something to do in the administration. */
export const mayAdminister = () => ADMINISTRATION.some(may);

/** The token that writes carry; null when the caller is not known by a session. */
export const csrfToken = () => current?.csrf ?? null;

/** Says what shows the sign-in dialog; it answers a promise that ends when somebody has signed in. */
export function onSignedOut(dialog) {
  askToSignIn = dialog;
}

/** Called when the server no longer knows us: one dialog, however many calls failed at once. */
export function signedOut() {
  asking ??= askToSignIn().finally(() => { asking = null; });
  return asking;
}

/** Asks the server who we are; answers null when nobody is signed in. */
export async function loadSession() {
  const query = PERMISSIONS.map((name) => `may=${name}`).join("&");
  return keep(await call("GET", `${ADDRESS}?${query}`));
}

/** Signs in; answers null when name or password are wrong, and throws what else the server says. */
export async function signIn(name, password) {
  const response = await call("POST", ADDRESS, { name, password, language: language() });
  if (response.status === 401) return null;
  if (!response.ok) {
    const problem = await response.json().catch(() => ({}));
    throw new Error(problem.message ?? `${response.status}`);
  }
  return loadSession();
}

/** Ends the session here and on the server. */
export async function signOut() {
  await call("DELETE", ADDRESS);
  current = null;
}

/** Tells the server which language to speak to this session. */
export const keepLanguage = (chosen) => call("PATCH", ADDRESS, { language: chosen });

async function keep(response) {
  if (response.status === 401) {
    current = null;
    return null;
  }
  if (!response.ok) throw new Error((await response.json().catch(() => ({}))).message ?? `${response.status}`);
  const told = await response.json();
  current = {
    name: told.session.name,
    roles: told.session.roles,
    language: told.session.language,
    csrf: told.session.csrf_token,
    may: told.may,
  };
  return current;
}

function call(method, url, body) {
  const headers = { Accept: "application/json", "Accept-Language": language(), "X-Requested-With": "XMLHttpRequest" };
  if (body) headers["Content-Type"] = "application/json";
  if (current?.csrf && method !== "GET") headers["X-CSRF-Token"] = current.csrf;
  return fetch(url, { method, headers, body: body && JSON.stringify(body), credentials: "same-origin" });
}
