import { mountSurface } from '../ui/mount-surface';

mountSurface(<main className="surface" />);
