// What actors and places are called, as far as this page has heard: documents hold slugs, people read names.

export class Names {
  constructor(known = []) {
    this.rows = new Map(known);
  }

  hear(kind, row) {
    if (!row?.slug) return;
    const id = `${kind}/${row.slug}`;
    this.rows.set(id, { ...this.rows.get(id), ...definite({ name: row.name, is: row.is ?? row.kind, office: row.office, where: row.where }) });
  }

  hearDocument(document) {
    const { event } = document;
    for (const part of [...event.participations, ...document.claimed_participations]) {
      this.hear("actor", { ...part.actor, office: part.office || part.held });
    }
    for (const place of [event.place, document.claimed_place]) this.hear("place", place);
    for (const one of document.evidence) if (one.mention) this.hear(one.mention.kind, { slug: one.mention.slug, name: one.mention.name });
  }

  of(kind, slug) {
    return this.rows.get(`${kind}/${slug}`)?.name ?? slug;
  }

  is(kind, slug) {
    return this.rows.get(`${kind}/${slug}`)?.is ?? "";
  }

  about(kind, slug) {
    const row = this.rows.get(`${kind}/${slug}`);
    return row?.office || row?.where || "";
  }
}

function definite(row) {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value));
}
