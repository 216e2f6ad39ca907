// embed_host: a program that embeds PHP and does what its input says, a line at a time. Each answer ends with a NUL.
//   run FILE      one request: runs the script
//   restart       ends PHP and begins it anew
//   end           ends PHP
//   descriptors   how many descriptors the process has, PHP's libraries included
//   threads       how many threads it has
#include <dirent.h>
#include <stdio.h>
#include <string.h>

#include "embed_request.h"

static bool is_alive;

static size_t write_output(const char* text, size_t size) { return fwrite(text, 1, size, stdout); }

static void set_alive(bool wanted) {
    if (wanted == is_alive) return;
    if (wanted && php_embed_init(0, NULL) != SUCCESS) exit(3);
    if (wanted) php_request_shutdown(NULL); // it begins with a request
    if (!wanted) {
        php_request_startup(); // and ends one
        php_embed_shutdown();
    }
    is_alive = wanted;
}

static int count_in(const char* folder) {
    int count = -2; // two dots
    DIR* directory = opendir(folder);
    while (readdir(directory) != NULL) ++count;
    closedir(directory);
    return count;
}

int main(void) {
    char line[4096];
    php_embed_module.ub_write = write_output;
    while (fgets(line, sizeof(line), stdin) != NULL) {
        line[strcspn(line, "\n")] = '\0';
        if (strncmp(line, "run ", 4) == 0) {
            set_alive(true);
            if (!run_request(line + 4)) exit(4);
        } else if (strcmp(line, "restart") == 0) {
            set_alive(false);
            set_alive(true);
        } else if (strcmp(line, "end") == 0) {
            set_alive(false);
        } else if (strcmp(line, "descriptors") == 0) {
            printf("%d", count_in("/proc/self/fd") - 1); // without this very one
        } else if (strcmp(line, "threads") == 0) {
            printf("%d", count_in("/proc/self/task"));
        } else {
            exit(2);
        }
        putchar('\0');
        fflush(stdout);
    }
    set_alive(false);
    return 0;
}
