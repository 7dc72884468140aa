import { Avatar } from '@fluentui/react-components';

interface AccountAvatarProps {
  readonly name: string;
  /** An address of this page; initials stand where there is none. */
  readonly photo: string | undefined;
  readonly size: 40 | 56;
}

/** The name beside it says who it is. */
export function AccountAvatar({ name, photo, size }: AccountAvatarProps) {
  return (
    <Avatar
      name={name}
      size={size}
      color="brand"
      aria-hidden
      {...(photo !== undefined && { image: { src: photo, alt: '' } })}
    />
  );
}
