"""What is measured of computers, networks, files, pictures and services."""

ROWS = """
in@laptop 8 8 16 16 32 32 64 : data:GB | ram, memory, memory size | laptop notebook
  computer pc desktop macbook workstation
in@laptop 256 512 512 1000 1000 2000 2000 : data:GB | storage, ssd, disk, storage size
  | laptop notebook computer pc desktop macbook workstation
in@laptop 4 6 8 8 10 12 16 : count | cores, cpu cores, core count | laptop notebook
  computer pc desktop macbook workstation
in@phone 4 6 8 8 12 : data:GB | ram, memory | phone smartphone handset tablet mobile
in@phone 64 128 128 256 512 : data:GB | storage, capacity, storage size | phone
  smartphone handset tablet mobile
in 4 6 8 8 12 16 24 : data:GB | memory, vram, ram, memory size | gpu graphic cuda vram
in 4096 8192 16384 32768 65536 : data:MB | memory total, mem total, total memory,
  total mem
2.1 38 share:% 1 1.3 | cpu user, cpu system, user cpu, system cpu, iowait, cpu iowait
42 96 share:% 1 1 | cpu idle, idle cpu, idle | cpu user system iowait
22 91 share:% 1 1 | used percent, percent used, usage percent, used pct, used
  percentage, free percent
1200 2700 frequency:MHz 0 1 | boost clock, core clock, gpu clock, base clock, memory
  clock, clock
65 450 power:W 0 1.2 | tdp, power limit, max tdp, thermal design power
in 1536 2560 3584 4864 7168 9728 16384 : count | cuda cores, stream processors,
  shaders
0 3 count 0 1.5 | errin, errout, dropin, dropout, rx errors, tx errors, rx dropped, tx
  dropped, collisions, crc errors
in 1 2 3 3 5 : count | attempts allowed, allowed attempts
in 60 125 250 500 1000 : shutter | shutter speed
in 1000 10000 25000 50000 100000 : count | quota, monthly quota, request quota,
  monthly limit, usage limit | api key request usage plan call
in 50 100 100 250 250 500 1000 2000 : millicores | millicores, cpu millicores, cpu
  request, cpu limit, cpu requests, cpu limits
0 64 count 0 1.8 | slow queries, deadlocks, lock waits, evictions, aborted connections
in@replicas 1 2 2 3 3 5 : count | replicas, ready replicas, available replicas,
  desired replicas, updated replicas, current replicas, replica count
4 86 share:% 1 1.2 | cpu, cpu usage, cpu percent, cpu load, cpu utilization, cpu util,
  processor usage, processor load, cpu usage percent, user cpu, system cpu, cpu
  percentage
22 91 share:% 1 1 | memory, memory usage, memory percent, mem, mem usage, ram usage,
  memory utilization, memory pct, disk, disk usage, disk percent, disk utilization,
  storage usage, ram percent, heap usage, gpu usage, gpu utilization, swap usage, gpu,
  swap
0.1 3.8 load 2 1.4 | load, load average, load avg, load 1, load 5, load 15, load1,
  load5, load15, loadavg, load one
in@machine 1 2 2 4 4 8 8 16 32 : count | cpu cores, cores, vcpus, vcpu, cpu count, num
  cpus, core count, cpus, ncpu, cpu core count, num cores, cpu threads
in@machine 1 2 2 4 4 8 8 16 32 : count | cpu | spec plan flavor size tier type droplet
  ram
in@machine 1 2 4 8 16 16 32 64 128 : data:GB | ram, memory size, ram size, total ram,
  physical memory, installed memory, memory limit
in@machine 1 2 4 8 16 16 32 64 128 : data:GB | memory | spec vcpu core instance plan
  flavor droplet hardware
in@machine 25 50 80 160 256 320 512 1000 2000 : data:GB | storage, storage size,
  volume size, total disk, disk total, disk space, storage capacity, total storage,
  disk capacity, disk size
in@machine 25 50 80 160 256 320 512 1000 2000 : data:GB | disk, capacity | spec vcpu
  core ram instance plan flavor droplet ssd storage volume
12 390 data:GB 1 1.3 | storage used, disk used, used space, free space, disk free,
  used storage, storage, used, free, available | storage disk quota bucket drive
  volume
in 5 10 15 50 100 200 500 1000 : data:GB | quota, storage quota, storage limit, limit,
  data limit, data allowance | storage quota drive data
480 14200 data:MB 0 1.4 | memory, memory used, used memory, heap used, memory usage,
  rss, heap size, mem used, resident memory, working set, memory free, free memory,
  heap, memory available, heap total
0.04 480 data:MB 2 2.2 | bytes sent, bytes received, traffic, data used, data usage,
  bandwidth used, transferred, bytes transferred, bytes in, bytes out, rx bytes, tx
  bytes, network in, network out, rx, tx, upload bytes, download bytes, data
  transferred
18 920 data rate:Mbps 1 1.5 | bandwidth, download speed, downlink, link speed,
  throughput, speed, download, download rate, network speed, mbps, rate | network link
  wifi speedtest isp interface router internet broadband bandwidth port
6 240 data rate:Mbps 1 1.5 | upload speed, uplink, upload, upload rate | speedtest
  network wifi isp internet broadband speed link
in 100 1000 1000 10000 : data rate:Mbps | link speed, port speed | interface switch
  port
14 420 time:ms 0 1.8 | latency, response time, duration, elapsed, took, processing
  time, request time, execution time, query time, response, ttfb, time taken, p50,
  median latency, avg response time, exec time, run time, elapsed time, latency avg |
  request http api response endpoint trace span query latency log server check probe
  health status code uptime monitor percentile ms metric service error sql
14 420 time:ms 0 1.8 | latency, response time, processing time, request time,
  execution time, query time, ttfb, response time avg, elapsed ms, took, took ms
120 980 time:ms 0 1.5 | p90, p95, latency p95, p90 latency, p95 latency, latency p90
280 2400 time:ms 0 1.5 | p99, latency p99, p99 latency, p999, max latency
8 92 time:ms 0 1.6 | ping, rtt, round trip time, ping time, jitter
1 24 time:ms 0 1.4 | jitter
0.8 4.2 time:s 1 1.3 | load time, page load time, page load, time to interactive, tti
0.6 3.4 time:s 1 1.3 | lcp, fcp, largest contentful paint, first contentful paint
0.01 0.24 cls 2 1.5 | cls, cumulative layout shift
0 2.4 share:% 2 1.8 | packet loss, loss, packet loss rate, error rate, failure rate,
  error percentage, errors percent, loss rate, 5xx rate, drop rate
99.2 99.99 share:% 2 0.7 | uptime, uptime percentage, uptime percent, availability,
  sla | percent percentage sla monitor service status availability ratio pct month 30
  7 90
20000 7800000 time:s 0 1.5 | uptime, uptime seconds, system uptime
1 180 time:d 0 1.5 | uptime, uptime days, days up | day
84 99.6 share:% 1 0.8 | cache hit rate, hit rate, hit ratio, cache hit ratio, success
  rate, delivery rate, cache hits
82 97 share:% 1 1 | coverage, test coverage, code coverage, line coverage, branch
  coverage
40 4200 per second:/s 0 1.8 | throughput, rps, qps, requests per second, tps, iops,
  queries per second, ops, request rate, events per second, messages per second
60 48000 count 0 1.8 | requests per minute, rpm | request api traffic
in 60 100 500 600 1000 5000 : count | rate limit, requests limit, request limit,
  limit, ratelimit, quota limit | rate api ratelimit window throttle
900 480000 count 0 1.8 | requests, request count, hits, api calls, calls, queries,
  invocations, total requests, packets, packets sent, events, events count, api
  requests
0 26 count 0 2.2 | errors, error count, failures, failed, failed requests, incidents,
  timeouts, failure count, crashes, warnings, exceptions, errors 24h, violations,
  faults
4 340 count 0 1.6 | connections, active connections, open connections, sessions,
  active sessions, clients, processes, goroutines, thread count, connected clients,
  pool size
0 420 count 0 2.2 | queue depth, queue length, queue size, pending, backlog, pending
  jobs, lag, consumer lag, messages ready, in flight, waiting, unacked
in 1 2 3 3 5 : count | replicas, replica count, desired replicas, min replicas, max
  replicas, shards, ready replicas, available replicas, shard count, instances, nodes,
  partitions, num shards, instance count, pod count, node count, num replicas
0 3 count 0 1.8 | restarts, restart count, attempts, attempt, retries, retry count,
  tries, retry attempts, failed attempts, login attempts, attempt number, attempt
  count
in 3 3 5 5 10 : count | max retries, max attempts, retry limit, retries | max limit
  policy config
in 80 443 3000 5000 5432 6379 8000 8080 8443 9000 : port | port, port number, server
  port, listen port, local port, target port, container port, http port
in 22 53 80 80 443 443 443 3306 5432 8080 : port | dst port, destination port, dest
  port, dport
49200 65400 port 0 1 | src port, source port, sport, remote port, client port
in 60 300 300 600 900 3600 86400 : time:s | ttl, cache ttl, max age, expires in,
  expiresin, lifetime, session timeout, token lifetime, refresh interval, expiry
  seconds, time to live
in 5 10 15 30 30 60 120 : time:s | timeout, interval, poll interval, polling interval,
  check interval, sample interval, retry after, request timeout, connect timeout,
  frequency seconds, period, read timeout, sampling interval, report interval,
  heartbeat interval, scrape interval, update interval
in 200 250 500 1000 2000 : time:ms | backoff, debounce, poll delay, retry delay,
  delay, backoff ms | retry backoff config ms
in 200 200 200 200 201 204 301 304 400 401 404 404 422 429 500 503 : http | status,
  code, http status, http code, response code, status code | http request response log
  method endpoint url probe webhook upstream
in 0 0 0 0 0 1 1 2 127 137 : exit | exit code, return code, exit status
1200 64000 pid 0 1 | pid, process id, ppid
in 1280 1400 1420 1500 1500 1500 9000 : mtu | mtu
in 16 20 22 24 24 27 28 29 : prefix | prefix length, cidr prefix, mask bits, netmask
  bits
in 1 10 20 30 40 50 100 200 : vlan | vlan, vlan id
in 1 6 11 36 40 44 48 : channel | channel, wifi channel | wifi wireless wlan ssid
  bssid
-84 -46 signal:dBm 0 1 | rssi, signal, signal strength, signal dbm, wifi signal, rsrp,
  dbm
-1.5 11 snr 1 1 | snr, signal to noise
in 7 8 9 10 12 : sf | spreading factor, sf
in 2402 2412 2437 2462 5180 5240 : frequency:MHz | frequency, freq | wifi wireless
  wlan ssid
in 868.1 868.3 868.5 : frequency:MHz | frequency, freq | lora lorawan gateway uplink
in 2.1 2.4 2.6 3.0 3.2 3.6 : frequency:GHz | clock speed, cpu frequency, base clock,
  processor speed, frequency, ghz | cpu processor core
in 64500 64512 13335 15169 16509 : asn | asn, as number
12000 4800000 data:B 0 2 | size, file size, bytes, content length, filesize, size
  bytes, body size, length, total size, object size, payload size | file upload
  attachment document asset object blob media byte mime content upload filename
  download artifact commit bucket storage
120000 6400000 data:B 0 1.6 | size, file size, bytes | image photo picture
12000000 840000000 data:B 0 1.7 | size, file size, bytes | video movie recording clip
24000000 640000000 data:B 0 1.6 | size, image size, download size, app size, package
  size, compressed size | container image app apk docker package artifact layer
  registry
1200000000 64000000000 data:B 0 1.6 | size, backup size, database size, total size,
  size on disk | backup database snapshot cluster table dump volume index
12000 4800000 data:B 0 2 | bytes, file size, content length, size bytes, filesize
420 64000 data:B 0 1.8 | response size, request size, body bytes, content length,
  bytes sent, body size, payload bytes | request response http log
in@image 640 800 1024 1280 1600 1920 2048 3000 3840 4000 : pixels:px | width, image
  width, pixel width, original width, w, natural width | image photo picture media
  thumbnail video screen file asset px avatar banner gif pixel frame
in@image 480 600 768 720 1200 1080 1536 2000 2160 3000 : pixels:px | height, image
  height, pixel height, original height, h, natural height | image photo picture media
  thumbnail video screen file asset px avatar banner gif pixel frame
in@screen 390 412 1280 1366 1440 1536 1920 1920 2560 : pixels:px | screen width,
  viewport width, display width, window width
in@screen 844 915 720 768 900 864 1080 1200 1440 : pixels:px | screen height, viewport
  height, display height, window height
in 40 100 150 200 300 : pixels:px | thumbnail width, thumbnail height, thumb width,
  thumb height, icon size
12 1180 pixels:px 0 1 | x, y, left, top, pos x, pos y, position x, position y, offset
  x, offset y | canvas shape node box bbox element cursor click annotation layout
  pixel screen widget rect touch
in 72 96 150 300 300 600 : dots:dpi | dpi, ppi, resolution dpi, resolution | print
  image scan dpi
in 24 25 30 30 60 60 : frames:fps | fps, frame rate, framerate, frames per second
in 128 192 256 320 : data rate:kbps | bitrate, bit rate, audio bitrate | audio song
  track podcast music mp3 episode
in 1500 2500 4000 6000 8000 : data rate:kbps | bitrate, video bitrate, bit rate
in 44100 44100 48000 48000 96000 : frequency:Hz | sample rate, samplerate, sampling
  rate
in 16 24 24 32 : bits | bit depth, bits per sample
in 1 2 2 2 6 : count | channels, audio channels, num channels | audio song track sound
  sample
in 720 1080 1080 1440 2160 : pixels:px | resolution, quality | video stream movie
in 60 70 75 80 85 90 95 : share:% | quality, jpeg quality, image quality
in 13.3 14 15.6 16 24 27 32 43 55 : length:in | screen size, display size, screen,
  display, diagonal, screen diagonal, monitor size
in 13.3 14 15.6 16 24 27 32 43 55 : length:in | size | monitor tv laptop display
  screen television
in 5.8 6.1 6.1 6.4 6.7 : length:in | screen size, display size, screen, display, size
  | phone smartphone
in 60 60 90 120 144 165 : frequency:Hz | refresh rate
in 12 12 48 50 64 108 200 : megapixels | megapixels, camera, mp, resolution | camera
  sensor phone lens
in 100 100 200 400 800 1600 3200 : iso | iso, iso speed | camera photo exif lens
  aperture
in 1.4 1.8 2.8 4 5.6 8 11 : aperture | aperture, f number, fstop, f stop
in 18 24 35 50 85 105 200 : length:mm | focal length
in 10 10 20 25 50 100 : count | per page, page size, limit, pagesize, batch size, take
in 1 1 1 2 3 : count | page, current page, page number, page no, page index,
  pagenumber | page pagination total per size limit
120 48000 count 0 2 | token count, tokens, total tokens, tokens used
in 0 0.2 0.5 0.7 0.7 1.0 : temperature none | temperature | llm model prompt token
  completion chat openai top gpt
in 0.9 0.95 1.0 : top p | top p
in 256 384 768 1024 1536 3072 : count | dimensions, embedding dimensions, vector size
  | embedding vector
0.72 0.98 share:ratio 3 0.8 | accuracy, precision, recall, f1, f1 score, auc,
  confidence, similarity, confidence score, match score, roc auc, relevance, relevance
  score, similarity score, val accuracy, certainty, cosine similarity
0.02 1.4 loss 4 1.5 | loss, train loss, val loss, validation loss, training loss
in 0.0001 0.0003 0.001 0.01 : learning rate | learning rate, lr
in 5 10 20 30 50 100 : count | epochs, epoch, total epochs, num epochs
in 8 16 32 64 128 : count | batch size | model train training learning epoch
40 2400 count 0 1.6 | lines, lines of code, loc, additions, lines added, line count,
  deletions, changes, words, word count, wordcount, insertions, lines changed,
  characters
1 38 count 0 1.7 | changed files, files changed, commits, commit count, branches,
  files, open issues, open issues count, pull requests, merged
12 18400 count 0 2.6 | stars, stargazers, stargazers count, star count | repo
  repository github fork project language library
2 2600 count 0 2.6 | forks, forks count, watchers, watchers count, fork count
1 640 build 0 1.3 | build number, build, run number, job number, issue number, pr
  number, pull request number, build no
1 9 version 0 1.6 | version, revision, schema version, rev, version number, major,
  minor, patch, generation, api version
0 12 zoom 0 1 | zoom, zoom level
"""
