/** Made by token-styles.ts while building. */
declare module 'virtual:token-styles.css';
