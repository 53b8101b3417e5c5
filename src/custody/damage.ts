/** Why stored bytes are not what was stored; `message` says it for people, without naming what it is about. */
export class CustodyDamage extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'CustodyDamage';
  }
}
