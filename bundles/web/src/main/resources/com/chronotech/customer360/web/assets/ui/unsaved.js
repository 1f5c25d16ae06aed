// Unsaved work: a page or a dialog that holds some is not left without being asked.
import { t } from "../lib/i18n.js";
import { guardLeaving } from "../lib/router.js";
import { confirm } from "./dialog.js";

/** Asks whether what was typed may be lost; answers true for yes. */
export const askToLeave = () => confirm(t("common.unsaved.title"), t("common.unsaved.text"), {
  yes: t("common.unsaved.leave"), no: t("common.unsaved.stay"), danger: true,
});

/** Guards an element's work for as long as it stands; `dirty()` tells whether there is some, `ask()` promises "leave". */
export class Unsaved {
  constructor(host, dirty, ask = askToLeave) {
    this.guard = { dirty, ask };
    host.addController(this);
  }

  hostConnected() {
    this.release = guardLeaving(this.guard);
  }

  hostDisconnected() {
    this.release?.();
  }
}
