import { forgetAtLogOut } from "../events/workbench/log_out.js";

// Look-ups of the admin stand in for a select and leave its label behind: each is named by its field, then its value.

function nameLookUps(part) {
  for (const box of part.querySelectorAll(".select2-selection")) {
    const select = box.closest(".select2-container").previousElementSibling;
    const label = select?.labels?.[0];
    const value = box.querySelector(".select2-selection__rendered");
    if (!label || !value) continue;
    label.id ||= `${select.id}_label`;
    value.removeAttribute("role");
    value.removeAttribute("aria-readonly");
    box.setAttribute("aria-labelledby", `${label.id} ${value.id}`);
  }
}

window.django?.jQuery?.(() => nameLookUps(document)); // after the look-ups, which wait for the same moment
document.addEventListener("formset:added", (event) => setTimeout(() => nameLookUps(event.target)));

forgetAtLogOut();
