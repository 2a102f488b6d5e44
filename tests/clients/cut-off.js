// A wire between client and service that can be cut.
import net from 'node:net';

export class Wire {
  #ends = new Set();

  static async to(address) {
    const wire = new Wire();
    wire.server = net.createServer(near => wire.#join(near, net.connect(address.port, address.hostname)));
    await new Promise(resolve => wire.server.listen(0, '127.0.0.1', resolve));
    wire.address = `http://127.0.0.1:${wire.server.address().port}`;
    return wire;
  }

  /** Everything on it breaks off, in whatever it is doing. @returns how many connections that were. */
  cut() {
    const connections = this.#ends.size / 2;
    for (const end of this.#ends) end.resetAndDestroy();
    this.#ends.clear();
    return connections;
  }

  #join(near, far) {
    for (const [end, other] of [[near, far], [far, near]]) {
      this.#ends.add(end);
      end.on('error', () => {});
      end.on('close', () => { this.#ends.delete(end); other.destroy(); });
      end.pipe(other);
    }
  }
}
