import { mountSurface } from '../ui/mount-surface';
import { Badge } from './badge';

mountSurface(<Badge />);
