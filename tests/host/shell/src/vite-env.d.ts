declare module 'virtual:atlaskit-tokens.css';
