// The server's API and its events.

export function url(path, parameters) {
  const query = new URLSearchParams(parameters).toString();
  return `/api/v1/${path}${query ? '?' + query : ''}`;
}

async function get(path, parameters) {
  const response = await fetch(url(path, parameters));
  if (response.status === 401) location.assign('/login');
  return response;
}

export async function getJson(path, parameters = {}) {
  const response = await get(path, parameters);
  if (!response.ok) throw new Error((await response.json()).error);
  return response.json();
}

// A picture, or null when it is not kept any more.
export async function getBitmap(path, parameters) {
  const response = await get(path, parameters);
  return response.ok ? createImageBitmap(await response.blob()) : null;
}

// Calls back with each update, and with whether there is a connection.
export function follow(onUpdate, onConnected) {
  const events = new EventSource('/api/v1/events');
  events.addEventListener('update', event => onUpdate(JSON.parse(event.data)));
  events.onopen = () => onConnected(true);
  events.onerror = () => {
    onConnected(false);
    if (events.readyState === EventSource.CLOSED) {
      // Refused, not broken off: ask why, which leads to the login, and try again.
      get('streams').catch(() => {});
      setTimeout(() => follow(onUpdate, onConnected), 2000);
    }
  };
}
