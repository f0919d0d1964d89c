// One key for each choice on the screen of a reaction; every one is a button as well.
document.addEventListener("keydown", (gebeurtenis) => {
  if (gebeurtenis.ctrlKey || gebeurtenis.metaKey || gebeurtenis.altKey) return;
  if (gebeurtenis.target.closest("input, textarea, select, [contenteditable]")) return;
  const doel = document.querySelector(`[data-toets="${CSS.escape(gebeurtenis.key)}"]`);
  if (!doel) return;
  gebeurtenis.preventDefault();
  if (doel.matches("button")) doel.click();
  else doel.focus();
});
