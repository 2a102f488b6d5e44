const link = document.getElementById('leave');
const elsewhere = link.href;
const withinMilliseconds = 1500;

let left = false;
let presses = [];

export const hasLeft = () => left;

// The words go before anything is asked of the network: it may be slow, and somebody may be looking.
function leave(event) {
  event.preventDefault();
  left = true;
  try {
    sessionStorage.clear();
  } catch {
    // Where storage is forbidden, nothing is in it.
  }
  document.documentElement.textContent = '';
  location.replace(elsewhere);
}

function countEscapes(event) {
  if (event.key !== 'Escape' || event.repeat)
    return;
  presses = [...presses, event.timeStamp].filter(at => event.timeStamp - at <= withinMilliseconds);
  if (presses.length >= 3)
    leave(event);
}

link.addEventListener('click', leave);
link.addEventListener('keydown', event => event.key === ' ' && leave(event));
addEventListener('keydown', countEscapes, true);
