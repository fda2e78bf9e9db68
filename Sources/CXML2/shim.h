#include <libxml/xmlversion.h>
// Where libxml2 is built with ICU its headers bring in a second copy of ICU's types, which clash
// with those of Foundation; only the encoding handlers use them, and nothing here does.
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
