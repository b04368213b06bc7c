import '@atlaskit/css-reset';
import 'virtual:atlaskit-tokens.css';
import './styles/layout.css';
import './styles/kit.css';
import './styles/pages.css';
import './styles/issue.css';
import './styles/board.css';
import './styles/host.css';
import { setBooleanFeatureFlagResolver } from '@atlaskit/platform-feature-flags';
import { createRoot } from 'react-dom/client';
import { App } from './app';

// Atlaskit asks Atlassian's feature service otherwise, and warns that there is none.
setBooleanFeatureFlagResolver(() => false);

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(<App />);
