#include <sqlite3.h>

// sqlite3_db_config takes a variable number of arguments, which Swift cannot call.
static inline int sqliteConfigure(sqlite3 *db, int option, int value) {
    return sqlite3_db_config(db, option, value, (int *)0);
}
