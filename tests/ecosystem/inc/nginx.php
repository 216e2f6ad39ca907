<?php
// nginx, for the clients of HTTP.
declare(strict_types=1);
require_once __DIR__ . '/../../inc/nginx_service.inc';
require_once __DIR__ . '/services.php';

/**
 * Serves the directory www, files put below /put/, and the oddities that the locations name.
 * @return array{string, string, string} its address, by TLS for localhost, by TLS under an address that is not in the certificate
 */
function nginx_server(): array
{
    foreach (['www', 'www/put'] as $name) {
        is_dir(temp_path($name)) || mkdir(temp_path($name));
    }
    [$silent, $silent_port] = silent_listener();
    register_shutdown_function(fn () => $silent); // keeps it
    $port = nginx(function ($port) use ($silent_port, &$tls) {
        return nginx_configuration($port, $tls = free_port(), $silent_port);
    });
    return ["http://127.0.0.1:$port", "https://localhost:$tls", "https://127.0.0.2:$tls"];
}

/** nginx with the servers that $servers($port) describes; the port. */
function nginx(callable $servers): int
{
    return nginx_service(temp_path(''), $servers);
}

function nginx_configuration(int $port, int $tls, int $silent_port): string
{
    $www = temp_path('www');
    $pem = certificate();
    return <<<CONF
        default_type application/octet-stream; server_tokens off;
        client_max_body_size 64m; client_body_in_single_buffer on; client_body_buffer_size 64k;
        large_client_header_buffers 4 128k;
        server {
            listen 127.0.0.1:$port; listen 127.0.0.1:$tls ssl; listen 127.0.0.2:$tls ssl;
            ssl_certificate $pem; ssl_certificate_key $pem; root $www;
            location /put/ { dav_methods PUT DELETE; }
            location /chunked/ { alias $www/; ssi on; ssi_types *; }
            location /gzip/ { alias $www/; gzip on; gzip_types *; gzip_min_length 1; }
            location /slow/ { alias $www/; limit_rate_after 64k; limit_rate 1; }
            location /silent { proxy_pass http://127.0.0.1:$silent_port; }
            location /redirect/ { rewrite ^/redirect/(.*)$ /$1 redirect; }
            location /loop { return 302 /loop; }
            location /gone { return 410 "no more\\n"; }
            location /drop { return 444; }
            location /seen { return 200 "\$request_method \$request_uri \$http_x_asked\\n"; }
            location /echo {
                proxy_pass http://127.0.0.1:$port/body; proxy_set_header X-Body \$request_body;
                proxy_set_header X-Type \$http_content_type;
            }
            location /body { return 200 "\$request_method \$http_x_type \$http_x_body\\n"; }
        }
        CONF;
}
