// The one place where code points, in which the server counts, meet UTF-16 units, in which the browser counts.

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

export class Offsets {
  constructor(text) {
    this.text = text;
    const units = [];
    const points = new Uint32Array(text.length + 1);
    for (let unit = 0; unit < text.length; ) {
      const width = text.codePointAt(unit) > 0xffff ? 2 : 1;
      points.fill(units.length, unit, unit + width);
      units.push(unit);
      unit += width;
    }
    points[text.length] = units.length;
    this.length = units.length;
    this.unitsAt = Uint32Array.from([...units, text.length]);
    this.pointsAt = points;
    this.clusters = graphemes.segment(text);
  }

  units(point) {
    return this.unitsAt[point];
  }

  points(unit) {
    return this.pointsAt[unit];
  }

  slice(start, end) {
    return this.text.slice(this.units(start), this.units(end));
  }

  // The stretch in code points that these units touch, never a part of what is seen as one character.
  whole(firstUnit, lastUnit) {
    const first = this.clusters.containing(firstUnit)?.index ?? this.text.length;
    const inside = this.clusters.containing(lastUnit);
    const last = !inside || inside.index === lastUnit ? lastUnit : inside.index + inside.segment.length;
    return { start: this.points(first), end: this.points(last) };
  }
}
