#!/bin/sh
# Becomes systemd, alone with one unit. Run as the first process of namespaces of its own: of mounts, of processes, and
# of control groups, whose root is the group that it was put into.
# Arguments: systemd, the name of the unit, its text, and pairs of a place below /run and a file to be found there.
set -eu
systemd=$1 name=$2 unit=$3
shift 3

mount --make-rprivate /
awk '$3 == "cgroup" || $3 == "cgroup2" { print $2, $3, $4 }' /proc/self/mounts |
  while read -r path type options; do
    umount "$path"
    # Its controllers, or its name, without what every mount has.
    hierarchy=$(echo "$options" | tr , '\n' | grep -vxE 'r[ow]|relatime|no(suid|dev|exec)|nsdelegate' | paste -sd, -)
    case $type,$hierarchy in
      cgroup2,*) mount -t cgroup2 cgroup2 "$path" ;;
      *name=*) mount -t cgroup -o "none,$hierarchy" cgroup "$path" ;;
      *) mount -t cgroup -o "$hierarchy" cgroup "$path" ;;
    esac
  done

mount -t tmpfs tmpfs /run
mkdir -p /run/units
# What every unit waits for, with nothing in it.
for target in sysinit basic shutdown network-online; do
  printf '[Unit]\nDescription=%s\n' "$target" >"/run/units/$target.target"
done
printf '%s' "$unit" >"/run/units/$name.service"
while [ $# -gt 0 ]; do
  touch "$1"
  mount --bind "$2" "$1"
  shift 2
done
exec env -i container=heddle PATH=/usr/sbin:/usr/bin:/sbin:/bin SYSTEMD_UNIT_PATH=/run/units \
  "$systemd" --system --unit="$name.service" --log-target=console --show-status=0
