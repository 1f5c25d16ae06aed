{
  const TYPE = "consent-receipt+jwt";
  const LABELS = {
    state: ["État", "State"],
    decision: ["Décision", "Decision"],
    purpose: ["Finalité", "Purpose"],
    basis: ["Fondement", "Basis"],
    occurred_at: ["Décidé le", "Decided on"],
    valid_until: ["Valable jusqu’au", "Valid until"],
    source: ["Recueilli par", "Collected by"],
    channel: ["Canal", "Channel"],
    by_guardian: ["Décidé par un parent ou le tuteur", "Decided by a parent or the tutor"],
    version: ["Version", "Version"],
    notice: ["Avis montré", "Notice shown"],
    controller: ["Entreprise responsable", "Business responsible"],
    recipients: ["Destinataires", "Recipients"],
    withdrawal: ["Pour retirer", "To withdraw"],
    jurisdiction: ["Droit applicable", "Applicable law"],
    subject: ["Pseudonyme", "Pseudonym"],
    record_id: ["Enregistrement", "Record"],
    recorded_at: ["Enregistré le", "Recorded on"],
    receipt_id: ["Reçu", "Receipt"],
    issued_at: ["Émis le", "Issued on"],
    ledger: ["Place dans le registre", "Place in the ledger"],
    root: ["Racine du registre", "Root of the ledger"],
    schema_version: ["Champs selon", "Fields after"],
  };
  const WORDS = {
    granted: ["Accordé", "Granted"],
    refused: ["Refusé", "Refused"],
    revoked: ["Retiré", "Withdrawn"],
    expired: ["Expiré", "Expired"],
    unproven: ["Sans preuve", "Without proof"],
    express: ["Consentement exprès", "Express consent"],
    marketing_email: ["Courriels promotionnels", "Promotional e-mail"],
    marketing_sms: ["Textos promotionnels", "Promotional text messages"],
    analytics: ["Mesure de l’utilisation des services", "Measuring the use of services"],
    profiling: ["Profilage", "Profiling"],
    data_sharing: ["Communication de renseignements à des tiers", "Communication of information to third parties"],
    service_notifications: ["Avis sur les services en cours", "Notices about services under way"],
    email: ["Courriel", "E-mail"],
    sms: ["Texto", "Text message"],
    phone: ["Téléphone", "Phone"],
    post: ["Courrier postal", "Letter"],
    true: ["Oui", "Yes"],
    false: ["Non", "No"],
  };
  const ORDER = [
    "name", "contact", "address", "title", "version", "language", "sha256", "how", "url",
    "sequence", "hash", "previous_hash", "day", "root",
  ];
  const CODED = new Set(["state", "decision", "purpose", "basis", "channel", "by_guardian"]);
  const TIMES = new Set(["occurred_at", "valid_until", "recorded_at", "issued_at"]);

  const byId = (id) => document.getElementById(id);
  const known = JSON.parse(byId("keys").textContent).keys;

  const bytesOf = (text) =>
    Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
  const jsonOf = (part) =>
    JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytesOf(part)));

  /** The browser's own Ed25519; where it has none, that of the library above. */
  const verifies = async (key, signed, signature) => {
    if (!globalThis.crypto || !crypto.subtle) {
      throw new Error("no WebCrypto");
    }
    let imported;
    try {
      const jwk = { kty: "OKP", crv: "Ed25519", x: key.x };
      imported = await crypto.subtle.importKey("jwk", jwk, "Ed25519", false, ["verify"]);
    } catch (unsupported) {
      const sound = await verifyAsync(signature, signed, bytesOf(key.x), { zip215: false });
      return { sound, by: "noble-ed25519" };
    }
    return { sound: await crypto.subtle.verify("Ed25519", imported, signature, signed), by: "WebCrypto" };
  };

  const check = async (text) => {
    const parts = text.trim().match(/^([\w-]+)\.([\w-]+)\.([\w-]{86})$/);
    if (!parts) {
      return { tone: "unreadable" };
    }
    let header;
    let payload;
    try {
      header = jsonOf(parts[1]);
      payload = jsonOf(parts[2]);
    } catch (unreadable) {
      return { tone: "unreadable" };
    }
    if (header.alg !== "EdDSA" || header.typ !== TYPE || "crit" in header) {
      return { tone: "unreadable" };
    }
    const key = known.find((one) => one.kid === header.kid);
    if (!key) {
      return { tone: "unknown", kid: String(header.kid) };
    }
    const signed = new TextEncoder().encode(parts[1] + "." + parts[2]);
    let found;
    try {
      found = await verifies(key, signed, bytesOf(parts[3]));
    } catch (impossible) {
      return { tone: "impossible" };
    }
    return { tone: found.sound ? "sound" : "forged", by: found.by, kid: key.kid, payload };
  };

  const SAID = {
    sound: ["Authentique", "Genuine"],
    forged: ["Faux ou modifié", "Forged or changed"],
    unknown: ["Clé inconnue", "Unknown key"],
    unreadable: ["Ce n’est pas un reçu", "This is no receipt"],
    impossible: [
      "Impossible de vérifier ici : ouvrez cette page en https ou depuis un disque",
      "Cannot be checked here: open this page by https or from a disk",
    ],
  };

  const span = (text, language) => {
    const made = document.createElement("span");
    made.textContent = text;
    if (language) {
      made.lang = language;
      made.className = language === "en" ? "en" : "";
    }
    return made;
  };

  const row = (list, labels, values) => {
    const line = document.createElement("div");
    const term = document.createElement("dt");
    const said = document.createElement("dd");
    term.append(span(labels[0], "fr"), " ", span(labels[1], "en"));
    said.append(...values);
    line.append(term, said);
    list.append(line);
  };

  const code = (text) => {
    const made = document.createElement("code");
    made.textContent = text;
    return made;
  };

  const time = (text, language) =>
    new Intl.DateTimeFormat(language, { dateStyle: "long", timeStyle: "long" }).format(new Date(text));

  const shown = (name, value) => {
    if (value === null || value === "") {
      return [span("—")];
    }
    if (CODED.has(name) && WORDS[value]) {
      return [span(WORDS[value][0], "fr"), " ", span(WORDS[value][1], "en")];
    }
    if (TIMES.has(name) && !Number.isNaN(Date.parse(value))) {
      return [span(time(value, "fr-CA"), "fr"), " ", span(time(value, "en-CA"), "en")];
    }
    if (Array.isArray(value)) {
      return value.length ? value.map((one) => span(String(one))) : [span("—")];
    }
    if (typeof value === "object") {
      const place = ([inner]) => ORDER.indexOf(inner);
      return Object.entries(value)
        .sort((one, other) => place(one) - place(other))
        .filter(([, inner]) => inner !== null)
        .map(([inner, one]) => (/^[0-9a-f]{64}$/.test(one) ? code(inner + " " + one) : span(String(one))));
    }
    return [span(String(value))];
  };

  const show = (found) => {
    byId("verdict").hidden = false;
    byId("verdict").className = "verdict " + found.tone;
    byId("verdict-fr").textContent = SAID[found.tone][0];
    byId("verdict-en").textContent = SAID[found.tone][1];
    byId("detail").replaceChildren();
    if (found.kid) {
      byId("detail").append(code("kid " + found.kid + (found.by ? " · " + found.by : "")));
    }
    byId("said").hidden = found.tone !== "sound";
    byId("fields").replaceChildren();
    if (found.tone === "sound") {
      for (const [name, labels] of Object.entries(LABELS)) {
        if (name in found.payload) {
          row(byId("fields"), labels, shown(name, found.payload[name]));
        }
      }
      for (const [name, value] of Object.entries(found.payload)) {
        if (!(name in LABELS)) {
          row(byId("fields"), [name, name], shown(name, value));
        }
      }
    }
  };

  const run = async () => show(await check(byId("receipt").value));
  const take = async (file) => {
    if (file) {
      byId("receipt").value = (await file.slice(0, 100000).text()).trim();
      await run();
    }
  };
  /** What follows # never leaves the browser: a QR code can be a link to this page. */
  const linked = () => {
    if (location.hash.length > 1) {
      byId("receipt").value = location.hash.slice(1);
      run();
    }
  };

  for (const key of known) {
    row(byId("known"), ["Ed25519", "kid"], [code(key.kid)]);
  }
  byId("check").addEventListener("click", run);
  byId("file").addEventListener("change", () => take(byId("file").files[0]));
  addEventListener("dragover", (event) => {
    event.preventDefault();
    byId("ask").classList.add("drop");
  });
  addEventListener("dragleave", () => byId("ask").classList.remove("drop"));
  addEventListener("drop", (event) => {
    event.preventDefault();
    byId("ask").classList.remove("drop");
    take(event.dataTransfer.files[0]);
  });
  addEventListener("hashchange", linked);
  linked();
}
