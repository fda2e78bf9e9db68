// From minizip's own folder, which pkg-config names; libzip has a zip.h too.
#include <zip.h>
// Containers are written with minizip and read with zlib, see decision 0018.
#include <zlib.h>
