// Node 20 has neither of what a browser gives to Microsoft's client; its users on Node add the same two.
import WebSocket from 'ws';
import XMLHttpRequest from 'xhr2';

/** Every socket that was open at some time, with the address that it went to. */
export const opened = [];

globalThis.XMLHttpRequest = XMLHttpRequest;
globalThis.WebSocket = class extends WebSocket {
  constructor(address) {
    super(address);
    this.addEventListener('open', () => opened.push(this));
  }
};
