// Undo and redo: steps of one or several reports at once, each a set of changed facts, so that what a colleague changed stays.

const MOST = 300;

export class History {
  constructor({ done = [], undone = [] } = {}) {
    this.done = done;
    this.undone = undone;
  }

  // A step: its label, where it was done, and `parts`: for each report its key and changes.
  add(step) {
    this.done = [...this.done, step].slice(-MOST);
    this.undone = [];
  }

  undo() {
    const step = this.done.pop() ?? null;
    if (step) this.undone.push(step);
    return step;
  }

  redo() {
    const step = this.undone.pop() ?? null;
    if (step) this.done.push(step);
    return step;
  }

  get next() {
    return { undo: this.done.at(-1)?.label ?? "", redo: this.undone.at(-1)?.label ?? "" };
  }

  toJSON() {
    return { done: this.done, undone: this.undone };
  }
}
