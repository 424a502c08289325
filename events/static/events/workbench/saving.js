// How it stands with saving, always on screen, in words and by a sign.

export class Saving {
  constructor(shown, work, outbox) {
    Object.assign(this, { shown, work, outbox });
  }

  words() {
    const { work, outbox } = this;
    const unsaved = work.unsaved;
    const asked = work.entries.filter((one) => one.conflict).length;
    const refused = unsaved.filter((one) => one.trouble).length;
    if (!work.isKept) return "✕ This browser can keep nothing: do not close it before all is saved";
    if (asked) return `✕ Not saved: settle ${asked} (B)`;
    if (refused) return `✕ Not saved: ${refused} refused, see the card`;
    if (unsaved.length && outbox.reach === "offline") return `… Offline: ${unsaved.length} kept here`;
    if (unsaved.length && outbox.reach === "logged out") return `✕ Logged out: ${unsaved.length} kept here. Log in in another window`;
    if (unsaved.length) return `… Saving ${unsaved.length}`;
    return outbox.savedAt ? `✓ All saved, ${outbox.savedAt.toLocaleTimeString("en-GB")}` : "Nothing changed yet";
  }

  show() {
    const words = this.words();
    if (this.shown.textContent !== words) this.shown.textContent = words;
    this.shown.dataset.state = words[0];
  }
}
