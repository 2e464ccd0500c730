import { version } from '../../../package.json';

/** Says honestly who asks (RFC 9110, 10.1.5). */
export const USER_AGENT = `Caravan/${version} (+https://caravan.example/about; desktop news reader)`;
