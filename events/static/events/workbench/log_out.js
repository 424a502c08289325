// At log-out the browser forgets what the workbench kept; where something is not saved yet, she is asked first.

export const PREFIX = "monitor.workbench.";
const QUESTION = "Work at the workbench is not saved yet and will be lost from this browser. Log out all the same?";

export function forgetAtLogOut(form = document.getElementById("logout-form")) {
  form?.addEventListener("submit", (event) => {
    if (keeps().some(isUnsaved) && !window.confirm(QUESTION)) event.preventDefault();
    else keeps().forEach((name) => localStorage.removeItem(name));
  });
}

function keeps() {
  return Object.keys(localStorage).filter((name) => name.startsWith(PREFIX));
}

function isUnsaved(name) {
  return (JSON.parse(localStorage.getItem(name))?.unsaved ?? 0) > 0;
}
