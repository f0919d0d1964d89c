// The date picker puts the present moment in the place of what it can't read. What somebody typed stays: the server
// reads more ways of writing a date than the picker does, and says so beside the field when it can't.
(() => {
  const { jQuery } = window;
  if (jQuery?.fn.datetimepicker) jQuery.fn.datetimepicker.defaults.validateOnBlur = false;
})();
