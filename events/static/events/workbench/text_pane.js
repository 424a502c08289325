// The article as the server rendered it: one block a sentence, its one text node holding the article's words and nothing else.

export class TextDiffers extends Error {}

export class TextPane {
  constructor(root, offsets) {
    this.root = root;
    this.offsets = offsets;
    this.blocks = [...root.querySelectorAll("[data-start]")].map((node) => ({
      node,
      start: Number(node.dataset.start),
      end: Number(node.dataset.end),
    }));
  }

  // Marks on other words than the server's would be wrong without a trace: stop before the first one.
  refuseDifference() {
    for (const [index, { node, start, end }] of this.blocks.entries()) {
      const words = this.offsets.slice(start, end);
      if (node.textContent !== words || node.childNodes.length !== 1) {
        throw new TextDiffers(`Sentence ${index + 1} reads otherwise here than on the server (“${words.slice(0, 40)}”). Reload the page; extensions that rewrite text must be off.`);
      }
    }
  }

  // Between what sticks to the top and to the bottom of the window, the look-up included.
  reveal({ node }) {
    const [top, lookUp, foot] = [".top", "#workbench-look-up", ".foot"].map((one) => document.querySelector(`#workbench ${one}`));
    const ceiling = top.getBoundingClientRect().bottom + 8;
    const floor = (lookUp.hidden ? foot : lookUp).getBoundingClientRect().top - 8;
    const { top: first, bottom: last } = node.getBoundingClientRect();
    if (first < ceiling) scrollBy(0, first - ceiling);
    else if (last > floor) scrollBy(0, Math.min(last - floor, first - ceiling));
  }

  blockAt(point) {
    return this.blocks.findIndex((block) => block.start <= point && point < block.end);
  }

  // Ranges over the words, one a block.
  rangesOf({ start, end }) {
    const touched = this.blocks.filter((block) => block.start < end && start < block.end);
    return touched.map((block) => this.rangeIn(block, Math.max(start, block.start), Math.min(end, block.end)));
  }

  rangeIn({ node, start: shift }, start, end) {
    const range = new Range();
    const first = this.offsets.units(shift);
    range.setStart(node.firstChild, this.offsets.units(start) - first);
    range.setEnd(node.firstChild, this.offsets.units(end) - first);
    return range;
  }

  // What is selected with the pointer, whole characters only; null where it is no words of one sentence.
  selected() {
    const selection = getSelection();
    if (selection.isCollapsed || selection.rangeCount === 0) return null;
    const range = selection.getRangeAt(0);
    const block = this.blocks.find(({ node }) => node.contains(range.startContainer));
    if (!block) return null;
    return this.trimmed(block, range);
  }

  trimmed(block, range) {
    const first = this.offsets.units(block.start);
    const inside = block.node.contains(range.endContainer);
    const last = inside ? first + unitWithin(block.node, range.endContainer, range.endOffset) : this.offsets.units(block.end);
    const from = first + unitWithin(block.node, range.startContainer, range.startOffset);
    const words = this.offsets.text.slice(from, last);
    const start = from + words.length - words.trimStart().length;
    const end = start + words.trim().length;
    return start < end ? this.offsets.whole(start, end) : null;
  }
}

function unitWithin(node, container, offset) {
  if (container === node.firstChild) return offset;
  return offset === 0 ? 0 : node.textContent.length;
}
