// Apart from the cards: employees see those, and need not load this.
export { AlertManager } from '../alerts/alert-manager.tsx';
