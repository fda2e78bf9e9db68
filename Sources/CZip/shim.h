// From minizip's own folder, which pkg-config names; libzip has a zip.h too.
#include <unzip.h>
#include <zip.h>
