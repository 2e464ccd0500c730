export { articleDirection, directionOf } from '../../electron/contract/direction';
