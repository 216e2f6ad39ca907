// One request of an embedded PHP, for the programs that make many.
#pragma once

#include "sapi/embed/php_embed.h"

// Runs the script as a request of its own, without headers; false if the request did not begin.
static bool run_request(const char* script) {
    if (php_request_startup() != SUCCESS) return false;
    SG(headers_sent) = 1;
    SG(request_info).no_headers = 1;
    zend_first_try {
        zend_file_handle file;
        zend_stream_init_filename(&file, script);
        php_execute_script(&file);
        zend_destroy_file_handle(&file);
    }
    zend_end_try();
    php_request_shutdown(NULL);
    return true;
}
