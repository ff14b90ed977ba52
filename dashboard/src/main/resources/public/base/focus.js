// The place of the keyboard: when a newer state has no longer the element with the focus, the card around it gets the focus.
let focused = null;
let card = null;

document.addEventListener("focusin", event => {
  focused = event.target;
  card = event.target.closest("[tabindex]");
});

/** To be called when a state was shown. */
export function keepPlace() {
  if (document.activeElement === document.body && focused && !focused.isConnected) {
    focused = null;
    card?.focus({ preventScroll: true });
  }
}
