import { mountSurface } from '../ui/mount-surface';
import { Panel } from './panel';

mountSurface(<Panel />);
