// What this browser keeps of an article's work, under the user's number: it is there after a reload, and gone after the log-out.

import { PREFIX } from "./log_out.js";

export class Store {
  constructor(user, article) {
    this.work = `${PREFIX}${user}.article.${article}`;
    this.settings = `${PREFIX}${user}.settings`;
  }

  read() {
    return read(this.work);
  }

  // Whether it could be kept: a full disk or a private window must be said.
  write(value) {
    return write(this.work, value);
  }

  readSettings() {
    return read(this.settings) ?? {};
  }

  writeSettings(value) {
    return write(this.settings, value);
  }
}

function read(name) {
  try {
    return JSON.parse(localStorage.getItem(name));
  } catch {
    return null;
  }
}

function write(name, value) {
  try {
    localStorage.setItem(name, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}
