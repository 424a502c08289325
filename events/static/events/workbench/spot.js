// Where she is: the boxed sentence, the marked words, the evidence they are held as, and the candidate that was chosen for them.

export class Spot {
  constructor() {
    this.sentence = -1;
    this.leave();
  }

  leave() {
    Object.assign(this, { mark: null, held: null, reading: null, choice: null, candidates: null, looking: null, suggestion: null });
  }

  go({ sentence, mark, held, suggestion = null }) {
    this.leave();
    Object.assign(this, { sentence, mark: mark && { start: mark.start, end: mark.end }, held, suggestion });
  }

  now() {
    return { sentence: this.sentence, mark: this.mark, held: this.held };
  }
}
