# The module with AddressSanitizer and UndefinedBehaviorSanitizer, and a PHP to load it: source it after bin/lib.sh, do not
# run it.

# build_sanitized DIR: the module is DIR/obj/modules/uvstream.so, the PHP is DIR/php, and reports go to DIR/reports/asan.PID.
build_sanitized() {
    local dir=$1 php sanitize=-fsanitize=address,undefined
    # (UBSan by traps, which ASan reports: beside ASan it would write to standard error, where a child's report is lost.)
    build_extension "$dir" CFLAGS='-O1 -g' LDFLAGS=$sanitize \
        CXXFLAGS="-O1 -g -fno-omit-frame-pointer $sanitize -fno-sanitize=vptr -fsanitize-undefined-trap-on-error"
    [[ $(nm -D "$dir/obj/modules/uvstream.so") == *__asan_report* ]] || die "the module is not instrumented"
    gcc -shared -fPIC -O1 -o "$dir/shim.so" "$ROOT/tools/no_deepbind.c" -ldl
    mkdir -p "$dir/reports"

    # Each of PHP's blocks is the sanitizer's, and tracked, which keeps the memory limit.
    # (detect_leaks: PHP leaves a request's memory to its manager when a script ends by a fatal error.)
    php=$(php_binary)
    cat >"$dir/php" <<SCRIPT
#!/usr/bin/env bash
export LD_PRELOAD='$dir/shim.so $(g++ -print-file-name=libasan.so) $(g++ -print-file-name=libstdc++.so.6)'
export ASAN_OPTIONS='detect_leaks=0:handle_sigill=1:verify_asan_link_order=0:log_path=$dir/reports/asan'
export USE_ZEND_ALLOC=\${USE_ZEND_ALLOC-0} USE_TRACKED_ALLOC=1
exec -a '$dir/php' '$php' "\$@"
SCRIPT
    chmod +x "$dir/php"
}
