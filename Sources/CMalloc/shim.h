// The options of glibc's malloc, which Swift's module of the C library leaves out.
#pragma once
#ifdef __linux__
#include <malloc.h>
#endif
