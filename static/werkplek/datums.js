// The date picker puts the present moment in the place of what it can't read. What somebody typed stays: the server
// reads more ways of writing a date than the picker does, and says so beside the field when it can't.
// Who types needs no calendar, and on a telephone it would lie over the button that comes next.
(() => {
  const { jQuery } = window;
  if (!jQuery?.fn.datetimepicker) return;
  const { defaults } = jQuery.fn.datetimepicker;
  defaults.validateOnBlur = false;
  // The calendar comes a tenth of a second after its field was entered; by then somebody may be two fields further.
  defaults.onShow = (_, veld) => veld.is(document.activeElement) && !veld.data("getypt");
  jQuery(document)
    .on("input", ({ target }) => {
      // The calendar of a field is made when somebody first comes there, and may come later than the first character.
      const veld = jQuery(target).data("getypt", true);
      if (veld.data("xdsoft_datetimepicker")) veld.datetimepicker("hide");
    })
    .on("focusin", ({ target }) => jQuery(target).removeData("getypt"));
})();
